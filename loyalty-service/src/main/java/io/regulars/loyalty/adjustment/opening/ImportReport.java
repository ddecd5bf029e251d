package io.regulars.loyalty.adjustment.opening;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What became of opening balances, or would.
 *
 * @param ok rows that were posted; in a dry run those that would be
 */
public record ImportReport(
        String programme, boolean dryRun, int rows, long ok, long repeated, long refused, List<RowReport> data) {

    /** @param row the line it begins on; @param detail why it was refused */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RowReport(long row, String reference, Result result, String detail) {}

    public enum Result {
        @JsonProperty("ok")
        OK,
        /** It was imported before. */
        @JsonProperty("repeated")
        REPEATED,
        @JsonProperty("refused")
        REFUSED
    }

    static ImportReport of(String programme, boolean dryRun, List<RowReport> data) {
        return new ImportReport(
                programme,
                dryRun,
                data.size(),
                count(data, Result.OK),
                count(data, Result.REPEATED),
                count(data, Result.REFUSED),
                data);
    }

    private static long count(List<RowReport> data, Result result) {
        return data.stream().filter(each -> each.result() == result).count();
    }
}
