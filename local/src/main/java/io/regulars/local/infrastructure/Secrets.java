package io.regulars.local.infrastructure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;

/** The folder of keys: {@code <service>.jwk} for each service and the operator, {@code peers.jwks} for all to read. */
public final class Secrets {
    public static final List<String> HOLDERS = List.of("gateway", "crm", "loyalty", "engagement", "operator");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    public Secrets(Path folder) {
        this.folder = folder;
    }

    /** Makes the keys that are missing; those that are there stay. */
    public void create() {
        try {
            Files.createDirectories(folder);
            ArrayNode peers = JSON.createArrayNode();
            for (String holder : HOLDERS) {
                if (!Files.exists(file(holder))) writeOwnerOnly(file(holder), newKey(holder));
                ObjectNode key = (ObjectNode) JSON.readTree(file(holder).toFile());
                peers.add(key.without(List.of("d")));
            }
            writeOwnerOnly(peers(), JSON.createObjectNode().set("keys", peers));
        } catch (IOException refused) {
            throw new UncheckedIOException("no keys could be written to " + folder, refused);
        }
    }

    /** Gives everybody a folder of their own, with their own key and the public ones alone. */
    public void handOut(Path keys, List<String> holders) {
        try {
            JsonNode peers = JSON.readTree(peers().toFile());
            for (String holder : holders) {
                Path own = Files.createDirectories(keys.resolve(holder));
                writeOwnerOnly(
                        own.resolve(file(holder).getFileName()),
                        JSON.readTree(file(holder).toFile()));
                writeOwnerOnly(own.resolve(peers().getFileName()), peers);
            }
        } catch (IOException refused) {
            throw new UncheckedIOException("no keys could be handed out to " + keys, refused);
        }
    }

    public Path folder() {
        return folder;
    }

    private Path peers() {
        return folder.resolve("peers.jwks");
    }

    public Path file(String holder) {
        return folder.resolve(holder + ".jwk");
    }

    private static ObjectNode newKey(String holder) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            ECPublicKey open = (ECPublicKey) pair.getPublic();
            return JSON.createObjectNode()
                    .put("kty", "EC")
                    .put("crv", "P-256")
                    .put("use", "sig")
                    .put("alg", "ES256")
                    .put("kid", holder)
                    .put("x", coordinate(open.getW().getAffineX()))
                    .put("y", coordinate(open.getW().getAffineY()))
                    .put("d", coordinate(((ECPrivateKey) pair.getPrivate()).getS()));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("this Java has no EC P-256", absent);
        }
    }

    /** A JWK coordinate is exactly 32 bytes, unsigned, big-endian. */
    private static String coordinate(BigInteger value) {
        byte[] signed = value.toByteArray();
        byte[] exact = new byte[32];
        int length = Math.min(signed.length, 32);
        System.arraycopy(signed, signed.length - length, exact, 32 - length, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(exact);
    }

    private static void writeOwnerOnly(Path file, JsonNode content) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(content));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
