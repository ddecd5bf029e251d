package io.regulars.loyalty.programme.publishing;

import io.regulars.loyalty.programme.document.Deeds;
import io.regulars.loyalty.programme.document.ExpiryPolicy;
import io.regulars.loyalty.programme.document.ProgrammeDocument;
import io.regulars.loyalty.programme.document.rule.EarningRule;
import io.regulars.loyalty.programme.text.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a document may say and the running service does not do yet. Such a document can be written, not published. */
final class UnkeptPromises {

    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern NOT_TOLD = Pattern.compile("member\\s*\\.\\s*(segments)\\b");

    private final List<Fault> found = new ArrayList<>();

    private UnkeptPromises() {}

    static List<Fault> of(ProgrammeDocument document) {
        UnkeptPromises promises = new UnkeptPromises();
        for (int i = 0; i < document.wallets().size(); i++) {
            promises.expiry(document.wallets().get(i).expiry(), "/wallets/" + i + "/expiry");
        }
        if (document.refunds().debtExpiry().kind() != ExpiryPolicy.Kind.NEVER) {
            promises.add("/refunds/debtExpiry", "Nobody forgives a debt by its age yet; it would stay.");
        }
        for (int i = 0;
                document.tiers() != null && i < document.tiers().levels().size();
                i++) {
            promises.expiry(document.tiers().levels().get(i).expiry(), "/tiers/levels/" + i + "/expiry");
        }
        for (int i = 0; i < document.earning().rules().size(); i++) {
            promises.rule(document.earning().rules().get(i), "/earning/rules/" + i);
        }
        return List.copyOf(promises.found);
    }

    private void rule(EarningRule rule, String pointer) {
        expiry(rule.expiry(), pointer + "/expiry");
        condition(rule.when(), pointer + "/when");
        condition(rule.lines().when(), pointer + "/lines/when");
    }

    private void expiry(ExpiryPolicy expiry, String pointer) {
        if (expiry == null || expiry.kind() != ExpiryPolicy.Kind.INACTIVITY) return;
        int redemption = expiry.activities().indexOf(Deeds.REDEMPTION);
        if (redemption < 0) return;
        add(pointer + "/activities/" + redemption, "Nobody redeems points here yet; it would put no end off.");
    }

    private void condition(String source, String pointer) {
        if (source == null) return;
        Matcher word = NOT_TOLD.matcher(QUOTED.matcher(source).replaceAll("''"));
        if (word.find()) {
            add(pointer, "member." + word.group(1) + " is not told to this service yet; it would always be empty.");
        }
    }

    private void add(String pointer, String detail) {
        found.add(new Fault(pointer, detail));
    }
}
