package io.regulars.local.suite;

/** The four services of the suite. */
public enum ServiceName {
    CRM("crm", "crm-service"),
    LOYALTY("loyalty", "loyalty-service"),
    ENGAGEMENT("engagement", "engagement-service"),
    GATEWAY("gateway", "gateway");

    private final String key;
    private final String module;

    ServiceName(String key, String module) {
        this.key = key;
        this.module = module;
    }

    /** Its name in keys, databases and options. */
    public String key() {
        return key;
    }

    /** Its folder in the project, and its name in logs. */
    public String module() {
        return module;
    }
}
