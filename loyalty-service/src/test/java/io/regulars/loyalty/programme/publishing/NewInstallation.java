package io.regulars.loyalty.programme.publishing;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.regulars.platform.testing.OwnServers;
import java.util.List;
import java.util.Map;

/** A service on servers of its own: what is published here is nobody else's programme. */
public final class NewInstallation implements QuarkusTestProfile {

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(OwnServers.class));
    }

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }

    /** The one database those servers have. */
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("REGULARS_DB_NAME", "crm", "REGULARS_DB_OWNER", "crm", "REGULARS_DB_USER", "crm_app");
    }
}
