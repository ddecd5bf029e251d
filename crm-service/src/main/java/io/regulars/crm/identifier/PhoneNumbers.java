package io.regulars.crm.identifier;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Locale;

/** Phone numbers as the world's numbering plans have them; a plan changes with the library's version. */
public final class PhoneNumbers {

    private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();
    private static final int LONGEST = 250;

    private PhoneNumbers() {}

    /** What somebody typed, read as a number. */
    public record Reading(PhoneNumber number, String error) {

        /** ITU-T E.164; null when it is no number. */
        public String e164() {
            return number == null ? null : PLANS.format(number, PhoneNumberFormat.E164);
        }

        /** The number and its extension, if it has one: the form by which it is known. */
        String form() {
            String extension = number.getExtension();
            return extension.isEmpty() ? e164() : e164() + ";ext=" + extension;
        }

        /** Whether a plan hands out numbers like that. */
        public boolean isValid() {
            return number != null && PLANS.isValidNumber(number);
        }

        public boolean isPossible() {
            return number != null && PLANS.isPossibleNumber(number);
        }

        /** Whether it is as long as a whole number is; what can be dialled in one town only is not. */
        boolean isWhole() {
            return number != null && PLANS.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
        }

        public String extension() {
            return number == null ? "" : number.getExtension();
        }

        public String region() {
            return number == null ? null : PLANS.getRegionCodeForNumber(number);
        }

        public String kind() {
            return number == null ? null : PLANS.getNumberType(number).name();
        }

        /** The digits by which it is dialled at home. */
        String digitsAtHome() {
            return PhoneNumberUtil.normalizeDigitsOnly(PLANS.format(number, PhoneNumberFormat.NATIONAL));
        }

        /** The digits behind the country's code; none where it is no number. */
        String significant() {
            return number == null ? "" : PLANS.getNationalSignificantNumber(number);
        }
    }

    /** @param region where it was typed (ISO 3166), or null where only international numbers can be read */
    public static Reading read(String typed, String region) {
        if (typed.length() > LONGEST) return new Reading(null, "TOO_LONG");
        try {
            return new Reading(PLANS.parse(typed, region), null);
        } catch (NumberParseException none) {
            return new Reading(null, none.getErrorType().name());
        }
    }

    /** How far two numbers may be one, whoever wrote them; the names are the library's. */
    public static String match(String one, String other) {
        return PLANS.isNumberMatch(one, other).name();
    }

    public static boolean isRegion(String region) {
        return region.equals(region.toUpperCase(Locale.ROOT))
                && PLANS.getSupportedRegions().contains(region);
    }
}
