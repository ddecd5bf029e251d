package io.regulars.platform.relay;

/** Opens producers; the relay's tests open faulty ones. */
@FunctionalInterface
interface Outlets {
    Outlet open();
}
