package io.regulars.local.check.reading;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * The e-mail addresses, phone and card numbers that must not turn up in facts. Texts are compared word by word; values
 * too short to be told from a receipt's number are left out.
 */
public final class Canaries {
    private static final int SHORTEST = 6;
    private static final int SHORTEST_NUMBER = 7;
    private static final byte LETTER = 1;
    private static final byte SIGN = 2;
    private static final byte[] KINDS = kinds();
    private static final long SEED = 0xCBF29CE484222325L;
    private static final long PRIME = 0x100000001B3L;

    private final Set<Long> values = new HashSet<>();

    public void add(String value) {
        if (value == null) return;
        word(value.strip());
        if (value.matches("[-+0-9 ()/.]+")) word(value.replaceAll("[^0-9]", ""));
    }

    private void word(String word) {
        boolean number = word.chars().allMatch(Character::isDigit);
        if (word.length() < (number ? SHORTEST_NUMBER : SHORTEST)) return;
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        if (wordEnd(bytes, 0) == bytes.length) values.add(print(bytes, 0, bytes.length));
    }

    int size() {
        return values.size();
    }

    /** Whether a text of some JSON holds one. Numbers and words outside of texts are amounts and names of fields. */
    boolean inJson(byte[] json) {
        return in(json, false);
    }

    boolean inText(byte[] text) {
        return in(text, true);
    }

    private boolean in(byte[] bytes, boolean startsAsText) {
        if (bytes == null || values.isEmpty()) return false;
        boolean text = startsAsText;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\\') i++;
            else if (bytes[i] == '"') text = !text;
            else if (text && isLetter(bytes[i])) {
                int end = wordEnd(bytes, i);
                if (values.contains(print(bytes, i, end))) return true;
                i = end - 1;
            }
        }
        return false;
    }

    /** A word goes on over the signs that e-mail addresses and card numbers hold, and never ends with one. */
    private static int wordEnd(byte[] bytes, int start) {
        int end = start;
        for (int i = start; i < bytes.length && KINDS[bytes[i] & 0xFF] != 0; i++) {
            if (isLetter(bytes[i])) end = i + 1;
        }
        return end;
    }

    private static boolean isLetter(byte b) {
        return KINDS[b & 0xFF] == LETTER;
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[256];
        for (int letter = 0; letter < 256; letter++) {
            if (letter > 127 || Character.isLetterOrDigit(letter)) kinds[letter] = LETTER;
        }
        for (char sign : "@.-_+".toCharArray()) kinds[sign] = SIGN;
        return kinds;
    }

    /** FNV-1a over the word in lower case. */
    private static long print(byte[] bytes, int start, int end) {
        long print = SEED;
        for (int i = start; i < end; i++) {
            int letter = bytes[i] >= 'A' && bytes[i] <= 'Z' ? bytes[i] + 32 : bytes[i];
            print = (print ^ letter) * PRIME;
        }
        return print;
    }
}
