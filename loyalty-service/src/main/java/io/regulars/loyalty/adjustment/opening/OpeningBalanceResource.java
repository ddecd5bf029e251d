package io.regulars.loyalty.adjustment.opening;

import io.regulars.loyalty.adjustment.opening.ImportBalances.Run;
import io.regulars.loyalty.programme.Programmes;
import io.regulars.platform.access.CurrentCaller;
import io.regulars.platform.http.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Set;

/** Where points that members had elsewhere come in. Repeating is safe: each row has a reference, and counts once. */
@Path("/v1/opening-balances")
public class OpeningBalanceResource {

    private final ImportBalances importing;
    private final Programmes programmes;
    private final CurrentCaller caller;

    OpeningBalanceResource(ImportBalances importing, Programmes programmes, CurrentCaller caller) {
        this.importing = importing;
        this.programmes = programmes;
        this.caller = caller;
    }

    @POST
    @Consumes("text/csv")
    @RolesAllowed("gateway")
    public ImportReport take(
            @HeaderParam("traceparent") String traceparent,
            @QueryParam("programme") String programme,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            byte[] file) {
        Run run = new Run(known(programme), dryRun, caller.get().credential(), traceparent);
        return importing.run(BalanceFile.read(file), run);
    }

    private String known(String programme) {
        Set<String> all = programmes.current().programmes().keySet();
        if (programme == null && all.size() == 1) return all.iterator().next();
        if (programme == null) throw Refusal.invalid("/programme", "Say which: there are several programmes.");
        if (!all.contains(programme)) throw Refusal.invalid("/programme", "There is no programme of that name.");
        return programme;
    }
}
