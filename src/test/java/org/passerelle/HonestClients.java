package org.passerelle;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Eight people who book a room, look at it, and call it off, about four times a second each, and note what they are told. */
final class HonestClients implements AutoCloseable {

    /** What somebody was told that they should not have been, such as {@code POST 503}. */
    private final ConcurrentLinkedQueue<String> complaints = new ConcurrentLinkedQueue<>();

    private final ConcurrentLinkedQueue<Long> millis = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> working = new ArrayList<>();
    private volatile boolean ended;

    /** @param people who ask, signed in; each has rooms of their own */
    HonestClients(List<TestClient> people) {
        for (int i = 0; i < people.size(); i++) {
            int number = i;
            TestClient person = people.get(i);
            working.add(threads.submit(() -> work(person, number)));
        }
    }

    private void work(TestClient person, int number) {
        LocalDate day = LocalDate.of(2026, 10, 5).plusWeeks(number);
        for (int turn = 0; !ended; turn++) {
            LocalTime time = LocalTime.of(8, 0).plusMinutes(5L * (turn % 130));
            String body = "{\"title\":\"Honnête\",\"rooms\":[\"chelles-visio\"],\"start\":\"" + day + "T" + time
                    + "\",\"duration\":\"PT5M\"}";
            timed("POST", 201, () -> person.post("/api/v1/bookings", body)).forEach(booked -> {
                String path =
                        "/api/v1/bookings/" + TestClient.json(booked).get("id").asString();
                timed("GET", 200, () -> person.get(path));
                timed("DELETE", 204, () -> person.delete(path));
            });
            pause();
        }
    }

    private interface Question {

        HttpResponse<String> ask();
    }

    private List<HttpResponse<String>> timed(String what, int expected, Question question) {
        long begun = System.nanoTime();
        try {
            HttpResponse<String> answer = question.ask();
            millis.add((System.nanoTime() - begun) / 1_000_000);
            if (answer.statusCode() == expected) {
                return List.of(answer);
            }
            complaints.add(what + " " + answer.statusCode() + " " + answer.body());
        } catch (UncheckedIOException noAnswer) {
            complaints.add(what + " " + noAnswer.getCause());
        }
        return List.of();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(250);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    int asked() {
        return millis.size();
    }

    /** The time within which {@code percent} of a hundred answers came, in milliseconds. */
    long percentile(int percent) {
        List<Long> sorted = millis.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get((sorted.size() - 1) * percent / 100);
    }

    void forget() {
        millis.clear();
    }

    /** Lets everybody finish what they are about. */
    @Override
    public void close() throws InterruptedException {
        ended = true;
        threads.shutdown();
        threads.awaitTermination(60, TimeUnit.SECONDS);
    }
}
