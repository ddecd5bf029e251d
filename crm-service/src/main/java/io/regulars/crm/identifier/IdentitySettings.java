package io.regulars.crm.identifier;

import io.regulars.crm.identifier.Identifier.Type;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** How customers are recognised here. */
@ConfigMapping(prefix = "regulars.identity")
public interface IdentitySettings {

    /** Who is meant when identifiers of several customers stand on one event: the first of these that is known. */
    @WithDefault("card,external,email,mailbox,phone,device,cookie")
    List<Type> priority();

    /** Where phone numbers are typed (ISO 3166) that come without a country and from a store nobody told more of. */
    @WithDefault("US")
    String region();

    /** Whether a number has to be one that its country hands out, or only as long as one. */
    @WithDefault("valid")
    Phones phones();

    /** Whether addresses that a provider delivers to one mailbox name one customer (dots, plus-tags). */
    @WithDefault("false")
    boolean foldEmail();

    Most most();

    enum Phones {
        VALID,
        POSSIBLE
    }

    /** How many identifiers of a type one customer may gather. */
    interface Most {
        @WithDefault("20")
        int card();

        @WithDefault("20")
        int external();

        @WithDefault("10")
        int email();

        @WithDefault("10")
        int phone();

        @WithDefault("20")
        int device();

        @WithDefault("50")
        int cookie();
    }
}
