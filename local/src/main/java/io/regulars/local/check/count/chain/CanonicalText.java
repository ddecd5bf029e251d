package io.regulars.local.check.count.chain;

import io.regulars.local.check.column.Ids;
import io.regulars.local.check.evidence.Loyalty.Transfer;
import io.regulars.local.check.evidence.Micros;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A transfer as docs/decisions/0011-ledger-rows-stay.md writes it: every column, empty where there is nothing. */
public final class CanonicalText {
    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final Ids ids;

    public CanonicalText(Ids ids) {
        this.ids = ids;
    }

    public String of(Transfer each) {
        StringBuilder line = new StringBuilder(300);
        line.append(ids.at(each.customer()));
        next(line, each.programme());
        next(line, each.number());
        next(line, each.wallet());
        next(line, each.debit());
        next(line, each.credit());
        next(line, each.amount());
        next(line, each.balance());
        next(line, each.reason());
        next(line, each.lot() == 0 ? "" : each.lot());
        next(line, id(each.purchase()));
        next(line, id(each.refund()));
        next(line, id(each.causedBy()));
        next(line, AT.format(Micros.instant(each.at())));
        next(line, each.writtenIn());
        return line.toString();
    }

    private static void next(StringBuilder line, Object value) {
        line.append('|').append(value);
    }

    private Object id(int number) {
        return number == 0 ? "" : ids.at(number);
    }
}
