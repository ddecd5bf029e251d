package io.regulars.crm.receipt;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Period;

/** For how long what is known about receipts is kept where it is not kept for ever. */
@ConfigMapping(prefix = "regulars.keep")
public interface ReceiptKeeping {

    /** The records by which receipts came again: for longer than a record can be read anew from {@code intake}. */
    @WithDefault("P35D")
    Period echoes();
}
