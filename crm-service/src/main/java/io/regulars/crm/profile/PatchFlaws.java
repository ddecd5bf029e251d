package io.regulars.crm.profile;

import com.fasterxml.jackson.databind.JsonNode;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Problem;
import io.regulars.platform.http.Problem.Flaw;
import io.regulars.platform.http.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is wrong with one patch, each with its place; so much of it that it can be read. */
final class PatchFlaws {

    private static final int MOST = 50;

    private final List<Flaw> found = new ArrayList<>();

    void add(String pointer, String why) {
        if (found.size() < MOST) found.add(new Flaw(pointer, why));
    }

    boolean isNoObject(JsonNode patch, String pointer) {
        if (patch != null && patch.isObject()) return false;
        add(pointer, "must be an object");
        return true;
    }

    void othersThan(Set<String> known, JsonNode patch, String pointer) {
        patch.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) add(pointer + "/" + escaped(name), "is not a known field");
        });
    }

    /** A name as it stands in a JSON pointer (RFC 6901). */
    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    void refuse() {
        if (found.isEmpty()) return;
        String detail = found.size() == 1 ? found.get(0).detail() : found.size() + " things are wrong with this.";
        Problem bare = Problem.of(Code.INVALID, detail);
        throw Refusal.of(new Problem(
                bare.type(),
                bare.title(),
                bare.status(),
                bare.detail(),
                bare.code(),
                bare.retryable(),
                List.copyOf(found)));
    }
}
