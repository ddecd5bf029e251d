package io.regulars.loyalty.programme.publishing;

import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.WalletPolicy;
import io.regulars.loyalty.programme.text.Fault;
import java.util.ArrayList;
import java.util.List;

/** What the next version of a programme has to keep, because members have points and days by it. */
final class SuccessionRules {

    private SuccessionRules() {}

    static List<Fault> between(ProgrammeVersion before, ProgrammeVersion after) {
        List<Fault> faults = new ArrayList<>();
        if (!after.currency().equals(before.currency())) {
            faults.add(new Fault("/currency", "It stays " + before.currency() + ": what was spent was counted in it."));
        }
        if (!after.zone().equals(before.zone())) {
            faults.add(new Fault("/zone", "It stays " + before.zone() + ": days and visits were counted by it."));
        }
        List<String> wallets =
                after.document().wallets().stream().map(WalletPolicy::id).toList();
        for (WalletPolicy wallet : before.document().wallets()) {
            if (wallets.contains(wallet.id())) continue;
            faults.add(new Fault("/wallets", "The wallet " + wallet.id() + " is missing; members have points in it."));
        }
        return faults;
    }

    /** What a version that is scheduled already would not keep of this one. */
    static List<Fault> whatLater(ProgrammeVersion next, ProgrammeVersion scheduled) {
        String which = "Version " + scheduled.number() + " is scheduled after it. ";
        return between(next, scheduled).stream()
                .map(fault -> new Fault(fault.pointer(), which + fault.detail()))
                .toList();
    }
}
