package io.regulars.crm.customer;

import io.regulars.events.CustomerRef;

/** How somebody named a customer, and in which store; both may be null. */
public record Shown(CustomerRef ref, String store) {}
