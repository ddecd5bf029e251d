package io.regulars.crm.receipt;

import io.regulars.events.Refund;
import io.regulars.platform.journal.Cause;
import java.util.UUID;

/** A refund that waits for its purchase, with the cause its facts will name. */
record WaitingRefund(UUID refundId, UUID originalId, Refund refund, Cause cause) {}
