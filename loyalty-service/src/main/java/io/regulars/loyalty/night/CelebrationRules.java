package io.regulars.loyalty.night;

import io.regulars.loyalty.earning.basket.Happening;
import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.person.Person;
import io.regulars.loyalty.points.life.Calendar;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.Rulebook;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Days on which members are given something: what falls on 29 February falls on the 28th in other years. */
public final class CelebrationRules {

    private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);
    private static final int SOME_LEAP_YEAR = 2024;

    private CelebrationRules() {}

    /** The days since the last night, each as far as the version of its midnight has a rule for it. */
    static List<Search> parts(Night night, Rulebook rules) {
        List<Search> parts = new ArrayList<>();
        LocalDate day = night.announcedUntil().plusDays(1);
        for (; !day.isAfter(night.day()); day = day.plusDays(1)) {
            ProgrammeVersion version = rules.at(night.programme(), midnight(day, night, rules));
            for (Step step : List.of(Step.BIRTHDAYS, Step.ANNIVERSARIES)) {
                boolean given = version.rules().stream()
                        .anyMatch(rule -> rule.written().trigger().equals(step.trigger()));
                if (given) parts.add(Search.days(step, day, day.plusDays(1), null));
            }
        }
        return parts;
    }

    /** The beginning of that day, where the programme is. */
    public static Instant midnight(LocalDate day, Night night, Rulebook rules) {
        return Calendar.of(rules.at(night.programme(), night.until())).startOf(day);
    }

    /** Days of the year that are celebrated on that day, as numbers. */
    static Integer[] celebratedOn(LocalDate day) {
        return numbers(celebrated(day));
    }

    /** The same and the days beside them: the same instants may lie there in universal time. */
    static Integer[] around(LocalDate day) {
        Set<MonthDay> around = new TreeSet<>();
        for (MonthDay each : celebrated(day)) {
            LocalDate date = each.atYear(SOME_LEAP_YEAR);
            for (int i = -1; i <= 1; i++) around.add(MonthDay.from(date.plusDays(i)));
        }
        return numbers(around);
    }

    private static Set<MonthDay> celebrated(LocalDate day) {
        Set<MonthDay> celebrated = new TreeSet<>(Set.of(MonthDay.from(day)));
        if (!day.isLeapYear() && day.equals(LEAP_DAY.atYear(day.getYear()))) celebrated.add(LEAP_DAY);
        return celebrated;
    }

    private static Integer[] numbers(Set<MonthDay> days) {
        return days.stream().map(Person::number).toArray(Integer[]::new);
    }

    /** What happens to that member at the beginning of that day; conditions may ask after how many years. */
    public static Happening happening(Step step, LocalDate day, Member member, ProgrammeVersion version) {
        Instant midnight = Calendar.of(version).startOf(day);
        LocalDate joined = Calendar.of(version).dayOf(member.membership().enrolledAt());
        Map<String, Long> numbers =
                step == Step.ANNIVERSARIES ? Map.of("years", (long) (day.getYear() - joined.getYear())) : Map.of();
        return Happening.contact(step.trigger(), midnight, version.zone(), numbers);
    }
}
