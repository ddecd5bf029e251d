package io.regulars.local.suite;

import static io.regulars.local.suite.ServiceName.CRM;
import static io.regulars.local.suite.ServiceName.ENGAGEMENT;
import static io.regulars.local.suite.ServiceName.GATEWAY;
import static io.regulars.local.suite.ServiceName.LOYALTY;

import io.regulars.local.infrastructure.Databases;
import io.regulars.local.infrastructure.PostgresServer;
import java.util.Map;
import java.util.TreeMap;

/** The environment each service is started with: the contract of docs/configuration.md. */
final class ServiceEnvironment {
    private static final String LOOPBACK = "127.0.0.1";

    private ServiceEnvironment() {}

    static Map<String, String> of(ServiceName service, SuiteOptions options) {
        Ports ports = options.ports();
        Map<String, String> environment = new TreeMap<>();
        environment.put("REGULARS_HTTP_HOST", LOOPBACK);
        environment.put("REGULARS_HTTP_PORT", "" + ports.http(service));
        environment.put("REGULARS_MANAGEMENT_HOST", LOOPBACK);
        environment.put("REGULARS_MANAGEMENT_PORT", "" + ports.management(service));
        environment.put("REGULARS_KAFKA", LOOPBACK + ":" + ports.kafka());
        environment.put("REGULARS_PARTITIONS", "" + options.partitions());
        environment.put("REGULARS_DB_HOST", LOOPBACK);
        environment.put("REGULARS_DB_PORT", "" + ports.postgres());
        environment.put("REGULARS_DB_NAME", service.key());
        environment.put("REGULARS_DB_USER", Databases.roleAtWork(service.key()));
        environment.put("REGULARS_DB_PASSWORD", PostgresServer.PASSWORD);
        environment.put("REGULARS_CRM_URL", url(ports.http(CRM)));
        environment.put("REGULARS_LOYALTY_URL", url(ports.http(LOYALTY)));
        environment.put("REGULARS_ENGAGEMENT_URL", url(ports.http(ENGAGEMENT)));
        environment.put("REGULARS_SECRETS", options.secrets().toString());
        environment.put("REGULARS_CLOCK", options.clock());
        addOwn(service, options, environment);
        environment.putAll(options.environment());
        return environment;
    }

    private static void addOwn(ServiceName service, SuiteOptions options, Map<String, String> environment) {
        if (service == GATEWAY || service == LOYALTY) environment.put("REGULARS_CURRENCY", options.currency());
        if (service == LOYALTY) {
            environment.put("REGULARS_ZONE", options.zone());
            environment.put("REGULARS_DB_OWNER", service.key());
            environment.put("REGULARS_DB_OWNER_PASSWORD", PostgresServer.PASSWORD);
        }
        if (service != GATEWAY) environment.put("REGULARS_WORKERS", "" + options.workers());
        if (service == GATEWAY || service == ENGAGEMENT) {
            environment.put("REGULARS_SMTP_HOST", LOOPBACK);
            environment.put("REGULARS_SMTP_PORT", "" + options.ports().smtp());
        }
    }

    private static String url(int port) {
        return "http://" + LOOPBACK + ":" + port;
    }
}
