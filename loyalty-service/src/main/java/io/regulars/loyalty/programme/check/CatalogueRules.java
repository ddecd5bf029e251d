package io.regulars.loyalty.programme.check;

import io.regulars.loyalty.programme.document.rule.EarningRule;
import io.regulars.loyalty.programme.document.rule.LineFilter.Words;
import java.util.List;
import java.util.Set;

/** What a rule speaks of is sold somewhere, and not asked for and left out at once. */
final class CatalogueRules {

    private CatalogueRules() {}

    static void check(EarningRule rule, Catalogue catalogue, String pointer, Faults faults) {
        Words in = rule.lines().include();
        Words out = rule.lines().exclude();
        words(in, catalogue, pointer + "/lines/include", faults);
        words(out, catalogue, pointer + "/lines/exclude", faults);
        each(rule.place().stores(), catalogue.stores(), "store", pointer + "/place/stores", faults);
        both(in.skus(), out.skus(), pointer + "/lines/exclude/skus", faults);
        both(in.categories(), out.categories(), pointer + "/lines/exclude/categories", faults);
        both(in.brands(), out.brands(), pointer + "/lines/exclude/brands", faults);
        both(in.collections(), out.collections(), pointer + "/lines/exclude/collections", faults);
        both(in.labels(), out.labels(), pointer + "/lines/exclude/labels", faults);
    }

    private static void words(Words words, Catalogue catalogue, String pointer, Faults faults) {
        each(words.skus(), catalogue.skus(), "sku", pointer + "/skus", faults);
        each(words.categories(), catalogue.categories(), "category", pointer + "/categories", faults);
        each(words.brands(), catalogue.brands(), "brand", pointer + "/brands", faults);
        each(words.collections(), catalogue.collections(), "collection", pointer + "/collections", faults);
        each(words.labels(), catalogue.labels(), "label", pointer + "/labels", faults);
    }

    private static void each(List<String> names, Set<String> known, String what, String pointer, Faults faults) {
        if (known == null) return;
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (!known.contains(name)) faults.add(pointer + "/" + i, missing(what, name, known));
        }
    }

    private static String missing(String what, String name, Set<String> known) {
        return "There is no " + what + " " + name
                + NearestName.to(name, known)
                        .map(near -> "; there is " + near + ".")
                        .orElse(".");
    }

    private static void both(List<String> included, List<String> excluded, String pointer, Faults faults) {
        for (int i = 0; i < excluded.size(); i++) {
            String name = excluded.get(i);
            faults.unless(!included.contains(name), pointer + "/" + i, name + " is asked for and left out at once.");
        }
    }
}
