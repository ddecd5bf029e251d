package io.regulars.loyalty.programme.publishing;

import io.regulars.loyalty.programme.text.Fault;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Problem;
import io.regulars.platform.http.Problem.Flaw;
import io.regulars.platform.http.Refusal;
import java.util.List;

/** How what is wrong with a document is told. */
final class DocumentAnswers {

    private static final int MOST = 100;

    private DocumentAnswers() {}

    static List<Flaw> flaws(List<Fault> faults) {
        return faults.stream()
                .limit(MOST)
                .map(fault -> new Flaw(fault.pointer(), fault.detail()))
                .toList();
    }

    /** @param why for those who read no further */
    static Refusal refusal(String why, List<Fault> faults) {
        Problem bare =
                Problem.of(Code.INVALID, faults.size() == 1 ? faults.get(0).detail() : why);
        return Refusal.of(new Problem(
                bare.type(), bare.title(), bare.status(), bare.detail(), bare.code(), bare.retryable(), flaws(faults)));
    }
}
