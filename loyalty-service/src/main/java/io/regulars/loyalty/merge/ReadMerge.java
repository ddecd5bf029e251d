package io.regulars.loyalty.merge;

import io.regulars.loyalty.membership.Membership;
import io.regulars.loyalty.membership.Memberships;
import io.regulars.loyalty.membership.Memberships.Stored;
import io.regulars.loyalty.merge.MergePreview.Account;
import io.regulars.loyalty.points.ReadPoints;
import io.regulars.loyalty.points.WalletView.Amounts;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.platform.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** What would become of two customers' memberships if they were one. */
@ApplicationScoped
public class ReadMerge {

    private final Memberships memberships;
    private final ReadPoints readPoints;

    ReadMerge(Memberships memberships, ReadPoints readPoints) {
        this.memberships = memberships;
        this.readPoints = readPoints;
    }

    List<MergePreview> of(Tx tx, UUID survivor, UUID merged, Rulebook rules, Instant now) {
        Map<String, Stored> one = byProgramme(tx, survivor);
        Map<String, Stored> other = byProgramme(tx, merged);
        Set<String> programmes = new TreeSet<>(one.keySet());
        programmes.addAll(other.keySet());
        List<MergePreview> previews = new ArrayList<>();
        for (String programme : programmes) {
            boolean waits = MergePolicyRules.waits(of(one.get(programme)), of(other.get(programme)), rules, now);
            ProgrammeVersion version = rules.at(programme, now);
            Account here = account(tx, one.get(programme), version, now);
            previews.add(MergePreview.of(here, account(tx, other.get(programme), version, now), waits, version));
        }
        return previews;
    }

    private Map<String, Stored> byProgramme(Tx tx, UUID customerId) {
        Map<String, Stored> stored = new LinkedHashMap<>();
        memberships.of(tx, customerId).forEach(each -> stored.put(each.owner().programme(), each));
        return stored;
    }

    private static List<Membership> of(Stored stored) {
        return stored == null ? List.of() : List.of(stored.membership());
    }

    private Account account(Tx tx, Stored stored, ProgrammeVersion version, Instant now) {
        if (stored == null) return null;
        Map<String, Amounts> wallets = new LinkedHashMap<>();
        readPoints.of(tx, stored.owner(), version, now).forEach(kind -> wallets.put(kind.wallet(), kind.points()));
        return new Account(stored.standing().tier(), stored.standing().value(), wallets);
    }
}
