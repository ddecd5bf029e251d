package io.regulars.crm.identifier;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The mailbox behind an address, as some providers see it: for these, dots, what follows a plus, and another of their
 * domains make no other mailbox. It is a guess about providers, which change; the same fields as validator.js has.
 */
public final class FoldingRules {

    private static final Set<String> GOOGLE = Set.of("gmail.com", "googlemail.com");
    private static final Set<String> APPLE = Set.of("icloud.com", "me.com");
    private static final String COUNTRIES = "\\.(com|[a-z]{2}|com?\\.[a-z]{2})";
    private static final Pattern MICROSOFT = Pattern.compile("(outlook|hotmail|live)" + COUNTRIES + "|msn\\.com");
    private static final Pattern YAHOO = Pattern.compile("yahoo" + COUNTRIES + "|(rocketmail|ymail)\\.com");
    private static final Set<String> YANDEX =
            Set.of("yandex.ru", "yandex.ua", "yandex.kz", "yandex.com", "yandex.by", "ya.ru");

    private FoldingRules() {}

    /** What of an address makes no difference. All of it, unless something is taken out. */
    record Folding(
            boolean lowercase,
            boolean googleLowercase,
            boolean googleDots,
            boolean googleSubaddress,
            boolean googleDomain,
            boolean microsoftLowercase,
            boolean microsoftSubaddress,
            boolean yahooLowercase,
            boolean yahooSubaddress,
            boolean yandexLowercase,
            boolean yandexDomain,
            boolean appleLowercase,
            boolean appleSubaddress) {

        static final Folding ALL =
                new Folding(true, true, true, true, true, true, true, true, true, true, true, true, true);
    }

    public static String folded(String address) {
        return folded(address, Folding.ALL);
    }

    /** @return null when nothing is left before the at */
    static String folded(String address, Folding by) {
        int at = address.lastIndexOf('@');
        String domain = address.substring(at + 1).toLowerCase(Locale.ROOT);
        String mailbox = mailbox(address.substring(0, at), domain, by);
        return mailbox.isEmpty() ? null : mailbox + '@' + domain(domain, by);
    }

    private static String mailbox(String local, String domain, Folding by) {
        if (GOOGLE.contains(domain)) return google(local, by);
        if (APPLE.contains(domain)) {
            return lower(before(local, local.indexOf('+'), by.appleSubaddress()), by, by.appleLowercase());
        }
        if (MICROSOFT.matcher(domain).matches()) {
            return lower(before(local, local.indexOf('+'), by.microsoftSubaddress()), by, by.microsoftLowercase());
        }
        if (YAHOO.matcher(domain).matches()) {
            return lower(before(local, local.lastIndexOf('-'), by.yahooSubaddress()), by, by.yahooLowercase());
        }
        return lower(local, by, YANDEX.contains(domain) && by.yandexLowercase());
    }

    private static String google(String local, Folding by) {
        String mailbox = before(local, local.indexOf('+'), by.googleSubaddress());
        return lower(by.googleDots() ? withoutDots(mailbox) : mailbox, by, by.googleLowercase());
    }

    private static String domain(String domain, Folding by) {
        if (GOOGLE.contains(domain) && by.googleDomain()) return "gmail.com";
        return YANDEX.contains(domain) && by.yandexDomain() ? "yandex.ru" : domain;
    }

    /** Single dots go; where two stand together there is no such mailbox, and nothing is made up. */
    private static String withoutDots(String local) {
        StringBuilder kept = new StringBuilder(local.length());
        for (int i = 0; i < local.length(); i++) {
            boolean dot = local.charAt(i) == '.';
            boolean beside =
                    i > 0 && local.charAt(i - 1) == '.' || i + 1 < local.length() && local.charAt(i + 1) == '.';
            if (!dot || beside) kept.append(local.charAt(i));
        }
        return kept.toString();
    }

    private static String before(String text, int mark, boolean cut) {
        return cut && mark >= 0 ? text.substring(0, mark) : text;
    }

    private static String lower(String text, Folding by, boolean ofThisProvider) {
        return by.lowercase() || ofThisProvider ? text.toLowerCase(Locale.ROOT) : text;
    }
}
