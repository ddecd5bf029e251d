package io.regulars.crm.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/** What the operator says of a store; of what is not said, the installation's own holds. */
public record Store(String store, Said said, String changedBy, Instant changedAt) {

    /** @param zone IANA, {@code region} ISO 3166, {@code currency} ISO 4217 */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Said(String zone, String region, String currency) {}
}
