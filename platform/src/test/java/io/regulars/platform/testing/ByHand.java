package io.regulars.platform.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** A service without its own relay: tests put relays together by hand and see what each of them does. */
public class ByHand implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "regulars.relay", "false",
                "quarkus.log.category.\"io.regulars.platform.view.Applier\".level", "OFF",
                "quarkus.log.category.\"io.regulars.platform.view.Worker\".level", "OFF",
                "quarkus.log.category.\"io.regulars.platform.relay\".level", "ERROR",
                "quarkus.log.category.\"org.apache.kafka\".level", "OFF");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(SuiteResource.class));
    }
}
