package io.regulars.gateway.testing;

import io.regulars.platform.testing.SuiteResource;
import java.util.HashMap;
import java.util.Map;

/** PostgreSQL and Kafka under the gateway, and nobody behind it: no other service is running. */
public class GatewaySuite extends SuiteResource {

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(super.start());
        for (String peer : new String[] {"crm", "loyalty", "engagement"}) {
            settings.put("regulars.peers." + peer, "http://127.0.0.1:1");
        }
        settings.put("regulars.body-patience", "1s");
        settings.put("regulars.header-patience", "1s");
        settings.put("regulars.smtp.host", "caught.in.tests");
        settings.put("quarkus.mailer.mock", "true");
        // Tests come from many addresses: whoever calls from this machine is trusted to say where it comes from.
        settings.put("quarkus.http.proxy.proxy-address-forwarding", "true");
        settings.put("quarkus.http.proxy.trusted-proxies", "127.0.0.1");
        return settings;
    }
}
