package io.regulars.crm.identifier;

import io.regulars.crm.identifier.Identifier.Type;
import java.util.List;

/** How customers are recognised in a test: as by default, but in Vienna. */
public record SomeSettings(List<Type> priority, String region, Phones phones, boolean foldEmail, Most most)
        implements IdentitySettings {

    public static final SomeSettings USUAL = new SomeSettings(
            List.of(Type.CARD, Type.EXTERNAL, Type.EMAIL, Type.MAILBOX, Type.PHONE, Type.DEVICE, Type.COOKIE),
            "AT",
            Phones.VALID,
            false,
            new Limits(20, 20, 10, 10, 20, 50));

    public record Limits(int card, int external, int email, int phone, int device, int cookie) implements Most {}

    public SomeSettings in(List<Type> order) {
        return new SomeSettings(order, region, phones, foldEmail, most);
    }

    public SomeSettings folding() {
        return new SomeSettings(priority, region, phones, true, most);
    }

    public SomeSettings atMost(Most limits) {
        return new SomeSettings(priority, region, phones, foldEmail, limits);
    }

    SomeSettings takingAnyWholeNumber() {
        return new SomeSettings(priority, region, Phones.POSSIBLE, foldEmail, most);
    }
}
