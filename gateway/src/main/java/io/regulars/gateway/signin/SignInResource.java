package io.regulars.gateway.signin;

import io.regulars.gateway.edge.Commands;
import io.regulars.gateway.signin.SignIn.Tokens;
import io.regulars.platform.json.Json;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Where members sign in: a code by mail, then a token. */
@Path("/v1/auth")
@Consumes(MediaType.APPLICATION_JSON)
public class SignInResource {

    private static final String RATE_LIMITED =
            "Too many from this client, or codes for this contact; Retry-After says when";

    private final Commands commands;
    private final MailCode mailCode;
    private final SignIn signIn;
    private final Knocks knocks;

    SignInResource(Commands commands, MailCode mailCode, SignIn signIn, Knocks knocks) {
        this.commands = commands;
        this.mailCode = mailCode;
        this.signIn = signIn;
        this.knocks = knocks;
    }

    public record Address(String email) {}

    /** @param challenge what the asker for the code was given: whoever was not cannot even try */
    public record Proof(String email, String challenge, String code) {}

    public record Renewal(String refreshToken) {}

    public record Asked(String status, String challenge) {}

    @POST
    @Path("/code")
    @PermitAll
    @Operation(
            operationId = "askForCode",
            summary = "Mails a one-time code and gives the challenge it answers; the same for every address")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Address.class)))
    @APIResponse(responseCode = "429", description = RATE_LIMITED)
    @APIResponse(
            responseCode = "202",
            description = "Asked",
            content = @Content(schema = @Schema(implementation = Asked.class)))
    public CompletionStage<Response> code(@Context RoutingContext context) {
        String client = knocks.at("code", context.request());
        return commands.take(
                context.request(),
                Address.class,
                SignInRules::address,
                address -> json(202, new Asked("accepted", mailCode.to(address.email(), client))));
    }

    @POST
    @Path("/token")
    @PermitAll
    @Operation(
            operationId = "signIn",
            summary = "Gives a member's token for a challenge and the one-time code that was mailed for it")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Proof.class)))
    @APIResponse(responseCode = "429", description = RATE_LIMITED)
    @APIResponse(
            responseCode = "200",
            description = "Signed in",
            content = @Content(schema = @Schema(implementation = Tokens.class)))
    public CompletionStage<Response> token(@Context RoutingContext context) {
        knocks.at("token", context.request());
        return commands.take(
                context.request(), Proof.class, SignInRules::proof, proof -> json(200, signIn.with(proof)));
    }

    @POST
    @Path("/refresh")
    @PermitAll
    @Operation(operationId = "renewSignIn", summary = "Gives new tokens for a refresh token, which is good once")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Renewal.class)))
    @APIResponse(responseCode = "429", description = RATE_LIMITED)
    @APIResponse(
            responseCode = "200",
            description = "Renewed",
            content = @Content(schema = @Schema(implementation = Tokens.class)))
    public CompletionStage<Response> refresh(@Context RoutingContext context) {
        knocks.at("refresh", context.request());
        return commands.take(
                context.request(),
                Renewal.class,
                SignInRules::renewal,
                renewal -> json(200, signIn.renewed(renewal.refreshToken())));
    }

    private static Response json(int status, Object answer) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "no-store")
                .entity(Json.bytes(answer))
                .build();
    }
}
