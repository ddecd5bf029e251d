package io.regulars.engagement.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A mail server and crm's door: what engagement reaches out to. */
public class OutsideWorld implements QuarkusTestResourceLifecycleManager {

    private final GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private final CrmDoor crm = new CrmDoor();

    @Override
    public Map<String, String> start() {
        mail.start();
        return Map.of(
                "REGULARS_SMTP_HOST", "localhost",
                "REGULARS_SMTP_PORT", String.valueOf(mail.getSmtp().getPort()),
                "REGULARS_CRM_URL", crm.url());
    }

    @Override
    public void inject(TestInjector into) {
        into.injectIntoFields(mail, new TestInjector.MatchesType(GreenMail.class));
        into.injectIntoFields(crm, new TestInjector.MatchesType(CrmDoor.class));
    }

    @Override
    public void stop() {
        mail.stop();
        crm.close();
    }
}
