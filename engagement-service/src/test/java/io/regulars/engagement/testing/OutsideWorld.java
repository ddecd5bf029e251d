package io.regulars.engagement.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/** A mail server and crm's door: what engagement reaches out to. */
public class OutsideWorld implements QuarkusTestResourceLifecycleManager {

    private final GreenMail mail = new GreenMail(new ServerSetup(freePort(), "localhost", ServerSetup.PROTOCOL_SMTP));
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

    /** A port of its own, the same after a restart. */
    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
