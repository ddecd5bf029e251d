package io.regulars.local.chaos;

import io.regulars.local.suite.ServiceName;
import io.regulars.local.suite.Suite;
import java.time.Duration;
import java.util.Locale;

/** Something that goes wrong on a machine, and how it is over. */
public enum Fault {
    KILL_CRM(ServiceName.CRM, Kind.KILL),
    KILL_LOYALTY(ServiceName.LOYALTY, Kind.KILL),
    KILL_ENGAGEMENT(ServiceName.ENGAGEMENT, Kind.KILL),
    KILL_GATEWAY(ServiceName.GATEWAY, Kind.KILL),
    FREEZE_CRM(ServiceName.CRM, Kind.FREEZE),
    FREEZE_LOYALTY(ServiceName.LOYALTY, Kind.FREEZE),
    FREEZE_ENGAGEMENT(ServiceName.ENGAGEMENT, Kind.FREEZE),
    FREEZE_GATEWAY(ServiceName.GATEWAY, Kind.FREEZE),
    POSTGRES_IMMEDIATE_STOP(null, Kind.POSTGRES),
    KAFKA_KILL(null, Kind.KAFKA);

    private enum Kind {
        KILL,
        FREEZE,
        POSTGRES,
        KAFKA
    }

    private final ServiceName service;
    private final Kind kind;

    Fault(ServiceName service, Kind kind) {
        this.service = service;
        this.kind = kind;
    }

    /** How long it lasts where nothing else is asked for: long enough to be taken for dead. */
    Duration usual() {
        return Duration.ofSeconds(kind == Kind.FREEZE ? 20 : 5);
    }

    void strike(Suite suite) {
        switch (kind) {
            case KILL -> suite.service(service).kill();
            case FREEZE -> suite.service(service).freeze();
            case POSTGRES -> suite.postgres().stopImmediately();
            case KAFKA -> suite.kafka().kill();
        }
    }

    void heal(Suite suite) {
        switch (kind) {
            case KILL -> suite.service(service).start();
            case FREEZE -> suite.service(service).thaw();
            case POSTGRES -> suite.postgres().start();
            case KAFKA -> suite.kafka().start();
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
