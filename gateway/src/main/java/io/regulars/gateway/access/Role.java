package io.regulars.gateway.access;

import java.util.Set;

/** The names methods are opened to. A till's are its key's scopes, a token's are its groups. */
public final class Role {

    public static final String TILL_RECORD = "till:record";
    public static final String TILL_LOOKUP = "till:lookup";
    public static final String TILL_REDEEM = "till:redeem";
    public static final String MEMBER = "member";
    public static final String SUPPORT = "support";
    public static final String SUPPORT_ADJUST = "support-adjust";
    public static final String MARKETING = "marketing";
    public static final String ANALYST = "analyst";
    public static final String DPO = "dpo";
    public static final String OPS = "ops";
    public static final String ADMIN = "admin";
    public static final String SERVICE = "service";

    static final Set<String> STAFF_AND_SYSTEMS =
            Set.of(SUPPORT, SUPPORT_ADJUST, MARKETING, ANALYST, DPO, OPS, ADMIN, SERVICE);

    private Role() {}
}
