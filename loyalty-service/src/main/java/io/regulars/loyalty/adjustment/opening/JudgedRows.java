package io.regulars.loyalty.adjustment.opening;

import com.fasterxml.uuid.Generators;
import io.regulars.loyalty.adjustment.Adjustment;
import io.regulars.loyalty.adjustment.Adjustment.Kind;
import io.regulars.loyalty.adjustment.AdjustmentRules;
import io.regulars.loyalty.adjustment.OpenMember;
import io.regulars.loyalty.adjustment.opening.BalanceFile.Row;
import io.regulars.loyalty.adjustment.opening.BalanceRules.Balance;
import io.regulars.loyalty.adjustment.opening.BalanceRules.Flawed;
import io.regulars.loyalty.adjustment.opening.ImportBalances.Run;
import io.regulars.loyalty.adjustment.opening.ImportReport.Result;
import io.regulars.loyalty.adjustment.opening.ImportReport.RowReport;
import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.membership.Owner;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.platform.journal.Cause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Some rows of opening balances, judged in order; those that are good are with their members at once. */
final class JudgedRows {

    private static final String IMPORTED = "opening balance";

    private final Run run;
    private final ProgrammeVersion version;
    private final Instant now;
    private final List<Read> read = new ArrayList<>();
    private final List<RowReport> reports = new ArrayList<>();
    private final Map<String, Adjustment> taken = new LinkedHashMap<>();

    JudgedRows(Run run, ProgrammeVersion version, Instant now) {
        this.run = run;
        this.version = version;
        this.now = now;
    }

    /** @param balance null where the row is flawed */
    private record Read(Row row, Balance balance, String flaw) {}

    void read(List<Row> rows) {
        BalanceRules rules = new BalanceRules(version, now);
        for (Row row : rows) {
            try {
                read.add(new Read(row, rules.read(row), null));
            } catch (Flawed flawed) {
                read.add(new Read(row, null, flawed.getMessage()));
            }
        }
    }

    Set<UUID> customers() {
        return read.stream()
                .filter(each -> each.balance() != null)
                .map(each -> each.balance().customerId())
                .collect(Collectors.toSet());
    }

    Set<String> references() {
        return read.stream()
                .filter(each -> each.balance() != null)
                .map(each -> each.balance().reference())
                .collect(Collectors.toSet());
    }

    /** @param known balances that were imported before, by their reference */
    void judge(Map<String, Adjustment> known, Map<UUID, OpenMember> members) {
        for (Read each : read) {
            if (each.balance() == null) report(each, Result.REFUSED, each.flaw());
            else judge(each, known, members.get(each.balance().customerId()));
        }
    }

    private void judge(Read each, Map<String, Adjustment> known, OpenMember member) {
        Adjustment asked = adjustment(each.balance());
        Adjustment before = taken.getOrDefault(asked.reference(), known.get(asked.reference()));
        if (before != null && before.isTheSameBalanceAs(asked)) report(each, Result.REPEATED, null);
        else if (before != null) report(each, Result.REFUSED, "This reference stands for another balance already.");
        else if (member == null) report(each, Result.REFUSED, "Nobody with this id is a member.");
        else if (isOver(asked, member)) {
            report(each, Result.REFUSED, "By the programme these points would be gone already. Say when they end.");
        } else {
            post(asked, member);
            report(each, Result.OK, null);
        }
    }

    private boolean isOver(Adjustment asked, OpenMember member) {
        Member of = member.member();
        Instant ends = AdjustmentRules.life(
                        asked, version, of.tier(), of.experience().signs(), now)
                .expiresAt();
        return ends != null && !ends.isAfter(now);
    }

    private void post(Adjustment asked, OpenMember member) {
        Cause cause = Cause.command(asked.adjustmentId(), now, run.traceparent());
        member.reach(cause);
        member.adjust(asked, cause);
        member.settle(cause);
        taken.put(asked.reference(), asked);
    }

    private Adjustment adjustment(Balance balance) {
        return new Adjustment(
                Generators.timeBasedEpochRandomGenerator().generate(),
                new Owner(balance.customerId(), run.programme()),
                balance.wallet(),
                Kind.OPENING_BALANCE,
                balance.points(),
                IMPORTED,
                balance.earnedAt(),
                balance.expiresAt(),
                balance.reference(),
                false,
                run.askedBy(),
                now);
    }

    private void report(Read each, Result result, String detail) {
        String reference = each.row().reference();
        reports.add(new RowReport(each.row().number(), reference.isEmpty() ? null : reference, result, detail));
    }

    List<RowReport> reports() {
        return reports;
    }

    /** Balances that are imported now, by their reference. */
    Map<String, Adjustment> taken() {
        return taken;
    }
}
