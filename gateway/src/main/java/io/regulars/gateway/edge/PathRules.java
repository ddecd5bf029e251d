package io.regulars.gateway.edge;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** How an address may be spelled: in one way only, so that what is not to be reached cannot be reached by another. */
public final class PathRules {

    private static final List<String> DISGUISES = List.of("//", "/.", ";", "\\", "%2f", "%5c", "%2e", "%00", "%3b");

    private PathRules() {}

    static boolean isDisguised(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return DISGUISES.stream().anyMatch(lower::contains) || escapesInVain(path);
    }

    /** Whether something is escaped that stands for itself (RFC 3986, unreserved), or badly. */
    private static boolean escapesInVain(String path) {
        for (int at = path.indexOf('%'); at >= 0; at = path.indexOf('%', at + 1)) {
            if (at + 2 >= path.length()) return true;
            char high = path.charAt(at + 1);
            char low = path.charAt(at + 2);
            if (!HexFormat.isHexDigit(high) || !HexFormat.isHexDigit(low)) return true;
            if (isUnreserved(16 * HexFormat.fromHexDigit(high) + HexFormat.fromHexDigit(low))) return true;
        }
        return false;
    }

    private static boolean isUnreserved(int c) {
        boolean letterOrDigit = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
        return letterOrDigit || c == '-' || c == '.' || c == '_' || c == '~';
    }

    /** Text as one segment of a path, or one value of a query. */
    public static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%7E", "~");
    }
}
