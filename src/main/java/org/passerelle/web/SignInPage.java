package org.passerelle.web;

import java.util.List;
import java.util.Optional;
import org.passerelle.account.DemoAccounts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The sign-in page; in the demo with one button for each demo account. */
@Controller
class SignInPage {

    private final Optional<DemoAccounts> demo;

    SignInPage(ObjectProvider<DemoAccounts> demo) {
        this.demo = demo.stream().findFirst();
    }

    @GetMapping("/sign-in")
    String show(Model model) {
        model.addAttribute("people", demo.map(DemoAccounts::people).orElse(List.of()));
        model.addAttribute("demoPassword", demo.map(DemoAccounts::password).orElse(""));
        return "sign-in";
    }
}
