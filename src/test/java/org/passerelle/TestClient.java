package org.passerelle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the running server as a client would; immutable but for its cookies. Follows no redirects. */
public final class TestClient {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    /** One for all, for each has threads and connections of its own; so cookies are kept here. */
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Optional<CookieManager> cookies;
    private final URI base;
    private final Map<String, String> headers;

    private TestClient(Optional<CookieManager> cookies, URI base, Map<String, String> headers) {
        this.cookies = cookies;
        this.base = base;
        this.headers = headers;
    }

    public static TestClient of(URI base) {
        return new TestClient(Optional.empty(), base, Map.of());
    }

    /** The JSON in a response's body. */
    public static JsonNode json(HttpResponse<String> response) {
        return json(response.body());
    }

    public static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    /** One that sends this header with every request, in place of any other value of it. */
    public TestClient with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new TestClient(cookies, base, more);
    }

    public TestClient withBasic(String email, String password) {
        byte[] pair = (email + ":" + password).getBytes(StandardCharsets.UTF_8);
        return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    public TestClient withBearer(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** One with its own cookies, that asks for pages as browsers do. */
    public TestClient withCookies() {
        return new TestClient(Optional.of(new CookieManager()), base, headers).with("Accept", "text/html,*/*;q=0.5");
    }

    /** Fills in the sign-in form. */
    public HttpResponse<String> signIn(String email, String password) {
        return postForm("/sign-in", Map.of("email", email, "password", password, "_csrf", csrfOf("/sign-in")));
    }

    /** The CSRF token in the first form of a page. */
    public String csrfOf(String page) {
        Matcher token = CSRF.matcher(get(page).body());
        if (!token.find()) {
            throw new AssertionError("No form on " + page);
        }
        return token.group(1);
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    public HttpResponse<String> post(String path, String json) {
        return with("Content-Type", "application/json").send("POST", path, BodyPublishers.ofString(json));
    }

    public HttpResponse<String> put(String path, String json) {
        return with("Content-Type", "application/json").send("PUT", path, BodyPublishers.ofString(json));
    }

    public HttpResponse<String> putYaml(String path, String yaml) {
        return with("Content-Type", "application/yaml").send("PUT", path, BodyPublishers.ofString(yaml));
    }

    public HttpResponse<String> patch(String path, String json) {
        return with("Content-Type", "application/json").send("PATCH", path, BodyPublishers.ofString(json));
    }

    public HttpResponse<String> delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    /** Sends the form of a page to itself, and shows where that leads. */
    public String postedAndShown(String page, Map<String, String> fields) {
        Map<String, String> sent = new HashMap<>(fields);
        sent.put("_csrf", csrfOf(page));
        HttpResponse<String> answer = postForm(page, sent);
        return answer.headers()
                .firstValue("Location")
                .map(next -> get(next).body())
                .orElse(answer.body());
    }

    public HttpResponse<String> postForm(String path, Map<String, String> fields) {
        return postForm(path, fields.entrySet());
    }

    /** With several fields of the same name, perhaps. */
    public HttpResponse<String> postForm(String path, Collection<Map.Entry<String, String>> fields) {
        String form = fields.stream()
                .map(field -> encoded(field.getKey()) + '=' + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", path, BodyPublishers.ofString(form));
    }

    public HttpResponse<String> send(String method, String path, BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT).method(method, body);
        headers.forEach(request::setHeader);
        try {
            return cookies.isPresent()
                    ? sent(request, cookies.get())
                    : HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    /** Its cookies, for a request that somebody else sends. */
    public String cookieHeader() {
        try {
            return String.join("; ", cookies.orElseThrow().get(base, Map.of()).getOrDefault("Cookie", List.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpResponse<String> sent(HttpRequest.Builder request, CookieManager cookies)
            throws IOException, InterruptedException {
        URI address = request.build().uri();
        List<String> known = cookies.get(address, Map.of()).getOrDefault("Cookie", List.of());
        if (!known.isEmpty()) {
            request.setHeader("Cookie", String.join("; ", known));
        }
        HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
        cookies.put(address, response.headers().map());
        return response;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
