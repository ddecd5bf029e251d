package io.regulars.crm.identifier;

import io.regulars.crm.identifier.Identifier.Type;
import io.regulars.crm.identifier.IdentitySettings.Phones;
import io.regulars.crm.identifier.Mention.WhyNot;
import io.regulars.crm.identifier.PhoneNumbers.Reading;
import java.util.ArrayList;
import java.util.List;

/**
 * By which forms a number is known. What was stored before numbers were read was typed somewhere nobody noted: without a
 * country it is taken for a number of the installation's own region, and of no other.
 */
final class PhoneRules {

    private PhoneRules() {}

    /** @param before the digits as they were typed */
    static Mention read(String posted, String before, String region, IdentitySettings settings) {
        Reading read = PhoneNumbers.read(posted, region);
        boolean ofHere = before.startsWith("+") || region.equals(settings.region());
        if (BlockedRules.isMadeUp(read.significant()))
            return Mention.of(Type.PHONE, before).blocked();
        if (!(settings.phones() == Phones.VALID ? read.isValid() : read.isWhole())) {
            boolean looksFor = ofHere && !before.isEmpty();
            return new Mention(Type.PHONE, looksFor ? forms(List.of(before)) : List.of(), null, WhyNot.INVALID);
        }
        List<String> forms = new ArrayList<>(3);
        forms.add(read.form());
        if (ofHere) forms.add(before);
        if (settings.region().equals(read.region())) forms.add(read.digitsAtHome());
        return new Mention(Type.PHONE, forms(forms), posted.equals(forms.get(0)) ? null : posted, null);
    }

    private static List<Identifier> forms(List<String> values) {
        return values.stream()
                .distinct()
                .map(value -> new Identifier(Type.PHONE, value))
                .toList();
    }
}
