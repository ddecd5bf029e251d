package io.regulars.loyalty.programme.document.rule;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** Where and when a rule applies, in the programme's zone. What is left out does not matter. */
public record Place(
        List<String> stores,
        List<String> channels,
        List<DayOfWeek> weekdays,

        @JsonPropertyDescription("From this minute of the day on.")
        LocalTime fromTime,

        @JsonPropertyDescription("Before this minute; earlier than fromTime: past midnight.")
        LocalTime untilTime,

        @JsonPropertyDescription("The first day.") LocalDate fromDate,
        @JsonPropertyDescription("The last day.") LocalDate untilDate) {

    public static final Place ANY = new Place(null, null, null, null, null, null, null);

    public Place {
        stores = stores == null ? List.of() : List.copyOf(stores);
        channels = channels == null ? List.of() : List.copyOf(channels);
        weekdays = weekdays == null ? List.of() : List.copyOf(weekdays);
    }
}
