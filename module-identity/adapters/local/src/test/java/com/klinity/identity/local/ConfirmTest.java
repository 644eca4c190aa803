package com.klinity.identity.local;

import static com.klinity.identity.local.LocalServer.ask;
import static com.klinity.identity.local.LocalServer.confirm;
import static com.klinity.identity.local.LocalServer.freshAddress;
import static com.klinity.identity.local.LocalServer.latestCode;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.AtOnce;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConfirmTest {

    @Test
    void a_code_works_once() {
        String email = freshAddress();
        ask("sign-up", email);
        String code = latestCode(email);
        assertAll(
                () -> assertEquals(200, confirm(email, code).status()),
                () -> assertEquals(422, confirm(email, code).status()));
    }

    @Test
    void one_of_many_at_once_succeeds() throws Exception {
        String email = freshAddress();
        ask("sign-up", email);
        String code = latestCode(email);
        Callable<Answer> confirm = () -> confirm(email, code);
        assertEquals(
                1,
                AtOnce.all(Collections.nCopies(8, confirm)).stream()
                        .filter(answer -> answer.status() == 200)
                        .count());
    }

    @Test
    void five_wrong_attempts_kill_the_code() {
        String email = freshAddress();
        ask("sign-up", email);
        String code = latestCode(email);
        IntStream.range(0, 5).forEach(i -> confirm(email, wrong(code)));
        assertEquals(422, confirm(email, code).status());
    }

    @Test
    void after_five_wrong_attempts_the_next_code_works() {
        String email = freshAddress();
        ask("sign-up", email);
        String code = latestCode(email);
        IntStream.range(0, 5).forEach(i -> confirm(email, wrong(code)));
        ask("sign-up", email);
        assertEquals(200, confirm(email, latestCode(email)).status());
    }

    @Test
    void a_wrong_code_and_an_unknown_address_get_the_same_answer() {
        String email = freshAddress();
        ask("sign-up", email);
        assertEquals(
                withoutRequestId(confirm(freshAddress(), "123456")),
                withoutRequestId(confirm(email, wrong(latestCode(email)))));
    }

    @Test
    void the_refusal_is_a_problem_with_a_stable_type() {
        Answer answer = confirm(freshAddress(), "123456");
        assertAll(
                () -> assertEquals("application/problem+json", answer.header("Content-Type")),
                () -> assertEquals(
                        "https://klinity.com/problems/invalid-code",
                        answer.json().path("type").asString()));
    }

    @Test
    void tokens_are_kept_out_of_caches() {
        String email = freshAddress();
        ask("sign-up", email);
        assertEquals("no-store", confirm(email, latestCode(email)).header("Cache-Control"));
    }

    private static String wrong(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    private static String withoutRequestId(Answer answer) {
        return answer.toString().replace(answer.json().path("requestId").asString(), "");
    }
}
