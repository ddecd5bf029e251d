package io.regulars.loyalty.programme;

import io.regulars.loyalty.programme.check.Faults;
import java.math.BigDecimal;
import java.util.Currency;

/** Money as people write it, in the smallest units there are; what has smaller parts is refused. */
record MinorUnits(int digits, String what, Faults faults) {

    MinorUnits(Currency currency, Faults faults) {
        this(Math.max(0, currency.getDefaultFractionDigits()), currency.getCurrencyCode(), faults);
    }

    long of(BigDecimal amount, String pointer) {
        try {
            return amount.movePointRight(digits).longValueExact();
        } catch (ArithmeticException inexact) {
            faults.add(
                    pointer,
                    amount.toPlainString() + " " + what + " has " + (digits == 0 ? "no" : "at most " + digits)
                            + " digits after the point.");
            return 1;
        }
    }
}
