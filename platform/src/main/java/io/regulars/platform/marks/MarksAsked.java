package io.regulars.platform.marks;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Stands before every read that waits for marks. */
public class MarksAsked {

    private final AwaitMarks await;

    MarksAsked(AwaitMarks await) {
        this.await = await;
    }

    @WaitsForMarks
    @ServerRequestFilter
    public void hold(ContainerRequestContext request) {
        String asked = request.getHeaderString(Marks.HEADER);
        if (asked != null) await.reached(Marks.read(asked));
    }
}
