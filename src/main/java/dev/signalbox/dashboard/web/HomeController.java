package dev.signalbox.dashboard.web;

import dev.signalbox.access.Caller;
import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.dashboard.NoticeRow;
import dev.signalbox.notify.NoticeBoard;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.ProjectDesk;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.ProjectView;
import dev.signalbox.wire.Limit;
import dev.signalbox.wire.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The way in: the news, the caller's projects; straight into the only one if there is no news. */
@Controller
class HomeController {

  private static final Limit NOTICES = Limit.of(20);

  private final Plan plan;
  private final ProjectDesk desk;
  private final NoticeBoard notices;

  HomeController(Plan plan, ProjectDesk desk, NoticeBoard notices) {
    this.plan = plan;
    this.desk = desk;
    this.notices = notices;
  }

  @GetMapping("/")
  @Requires(Permission.SIGNED_IN)
  String home(Caller caller, Model model, RedirectAttributes redirect) {
    List<ProjectView> projects = projects(caller);
    if (projects.size() == 1 && unread(caller).isEmpty()) {
      redirect.addAttribute("project", projects.getFirst().key());
      return "redirect:/projects/{project}";
    }
    return show(caller, projects, null, "", "", model);
  }

  @GetMapping("/projects")
  @Requires(Permission.SIGNED_IN)
  String all(Caller caller, Model model) {
    return show(caller, projects(caller), null, "", "", model);
  }

  @PostMapping("/projects")
  @Requires(Permission.ADMINISTER_SYSTEM)
  String create(
      @RequestParam String key,
      @RequestParam String name,
      Caller caller,
      Model model,
      RedirectAttributes redirect) {
    String refusal;
    try {
      ProjectKey project = new ProjectKey(key.strip());
      if (desk.open(project, name.strip(), caller.actor())) {
        redirect.addAttribute("project", project.value());
        return "redirect:/projects/{project}";
      }
      refusal = "The key " + key + " is taken.";
    } catch (IllegalArgumentException wrong) {
      refusal = String.valueOf(wrong.getMessage());
    }
    return show(caller, projects(caller), refusal, key, name, model);
  }

  private List<ProjectView> projects(Caller caller) {
    return plan.projects(caller.roles().keySet(), null, Page.MAX_LIMIT).items();
  }

  private List<NoticeRow> unread(Caller caller) {
    return notices
        .ofPerson(caller.actor().name(), caller.roles().keySet(), true, null, NOTICES)
        .items()
        .stream()
        .map(NoticeRow::of)
        .toList();
  }

  private String show(
      Caller caller,
      List<ProjectView> projects,
      @Nullable String refusal,
      String key,
      String name,
      Model model) {
    model.addAttribute("projects", projects);
    model.addAttribute("notices", unread(caller));
    model.addAttribute("mayCreate", caller.may(Permission.ADMINISTER_SYSTEM, ""));
    model.addAttribute("refusal", refusal);
    model.addAttribute("typedKey", key);
    model.addAttribute("typedName", name);
    return "home";
  }
}
