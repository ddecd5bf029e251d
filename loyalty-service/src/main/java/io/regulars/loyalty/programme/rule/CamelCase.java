package io.regulars.loyalty.programme.rule;

import java.util.Locale;

/** Choices as people write words: {@code END_OF_PERIOD} is {@code endOfPeriod}. */
public final class CamelCase {

    private CamelCase() {}

    public static String of(Enum<?> choice) {
        String[] words = choice.name().toLowerCase(Locale.ROOT).split("_");
        StringBuilder word = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            word.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return word.toString();
    }
}
