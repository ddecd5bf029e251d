package io.regulars.gateway.receipt;

import io.regulars.events.CustomerRef;

/**
 * How a customer may be named. What was typed as an e-mail address or a phone number never refuses a receipt, for the
 * money has left the till: the crm leaves out what is none. In a command it is refused.
 */
public final class CustomerRules {

    private static final int LONGEST = 320;

    private CustomerRules() {}

    /** A customer may be absent; one that is there has to be named by something. */
    static void recorded(Flaws flaws, CustomerRef customer) {
        if (customer == null) return;
        check(flaws, customer);
        flaws.check(typed(customer.email()), "/customer/email");
        flaws.check(typed(customer.phone()), "/customer/phone");
    }

    /** The shape of it; the crm knows addresses and numbers better, and refuses what is none. */
    public static void commanded(Flaws flaws, CustomerRef customer) {
        if (customer == null) return;
        check(flaws, customer);
        flaws.check(TextRules.text(customer.email(), LONGEST), "/customer/email");
        flaws.check(TextRules.text(customer.phone(), LONGEST), "/customer/phone");
    }

    private static void check(Flaws flaws, CustomerRef customer) {
        if (isNameless(customer)) {
            flaws.check("must hold one of id, card, email, phone, external, device, cookie, code", "/customer");
        }
        flaws.check(TextRules.text(customer.card(), 64), "/customer/card");
        flaws.check(TextRules.text(customer.external(), 128), "/customer/external");
        flaws.check(TextRules.text(customer.code(), 64), "/customer/code");
        flaws.check(TextRules.text(customer.device(), 128), "/customer/device");
        flaws.check(TextRules.text(customer.cookie(), 128), "/customer/cookie");
    }

    /** Whatever was typed, nothing at all included; what a program wrote into it wrongly is refused as everywhere. */
    private static String typed(String value) {
        return value == null || value.isEmpty() ? null : TextRules.text(value, LONGEST);
    }

    private static boolean isNameless(CustomerRef customer) {
        return customer.id() == null
                && customer.card() == null
                && customer.email() == null
                && customer.phone() == null
                && customer.external() == null
                && customer.device() == null
                && customer.cookie() == null
                && customer.code() == null;
    }
}
