package io.regulars.loyalty.programme.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.loyalty.programme.document.Lapse;
import io.regulars.loyalty.programme.text.Fault;
import java.math.BigDecimal;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The largest there may be of everything, and the first that is a slip. */
class MeasureTest {

    @ParameterizedTest
    @CsvSource({
        "P100Y, true",
        "P1200M, true",
        "P1201M, false",
        "P36600D, true",
        "P36601D, false",
        "P100Y36600D, true",
        ", true"
    })
    void a_period(Period period, boolean fits) {
        assertEquals(fits, holds(faults -> MeasureRules.period(period, "/it", faults)));
    }

    @ParameterizedTest
    @CsvSource({"P100Y, true", "P36601D, false", "PT878400H, true", "PT878400H1S, false", "P1DT1H, true", ", true"})
    void a_length_of_time(String text, boolean fits) {
        Lapse lapse = text == null ? null : Lapse.of(text);
        assertEquals(fits, holds(faults -> MeasureRules.lapse(lapse, "/it", faults)));
    }

    @ParameterizedTest
    @CsvSource({
        "999999999999, true",
        "1000000000000, false",
        "1E+11, true",
        "1E+12, false",
        "0.000000000001, true",
        "0.0000000000001, false",
        "999999999999.999999999999, true",
        ", true"
    })
    void an_amount(BigDecimal amount, boolean fits) {
        assertEquals(fits, holds(faults -> MeasureRules.money(amount, "/it", faults)));
    }

    @ParameterizedTest
    @CsvSource({"1000, true", "1000.000001, false", "999.999999, true", "1.0000001, false", "1E+13, false", ", true"})
    void a_multiple(BigDecimal factor, boolean fits) {
        assertEquals(fits, holds(faults -> MeasureRules.times(factor, "/it", faults)));
    }

    @ParameterizedTest
    @CsvSource({"50, true", "51, false", ", true"})
    void points(Long points, boolean fit) {
        assertEquals(fit, holds(faults -> MeasureRules.points(points, 50, "/it", faults)));
    }

    @Test
    void two_of_a_name_are_told_both_and_so_is_a_name_that_is_none() {
        assertEquals(
                List.of(new Fault("/x/2/id", "There are two called a; the other is /x/0.")), unique("a", "b", "a"));
        assertEquals(List.of("/x/1/id"), pointers(unique("a", "-a")));
        assertEquals(List.of("/x/0/id"), pointers(unique("a".repeat(41))));
        assertEquals(List.of("/x/0/id"), pointers(unique((String) null)));
        assertEquals(List.of(), unique("a".repeat(40), "0", "A_b.c-d"));
    }

    private static List<Fault> unique(String... names) {
        Faults faults = new Faults();
        faults.unlessUnique(Arrays.asList(names), Function.identity(), "/x");
        return faults.found();
    }

    private static List<String> pointers(List<Fault> faults) {
        return faults.stream().map(Fault::pointer).toList();
    }

    private static boolean holds(Consumer<Faults> check) {
        Faults faults = new Faults();
        check.accept(faults);
        return faults.found().isEmpty();
    }
}
