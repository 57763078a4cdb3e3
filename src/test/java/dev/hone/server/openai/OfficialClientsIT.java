package dev.hone.server.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.hone.model.FinishReason;
import dev.hone.model.ScriptedModel;
import dev.hone.progress.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The official clients of OpenAI against the server. They are fetched, so this needs a network.
@Tag("slow")
class OfficialClientsIT {
  private static final String SAID =
      "whole: Hello there. stop 13\nstream: Hello again. length 13\n";
  private static final String REFUSED = "refused: 404 model_not_found\nmodels: scripted\n";
  private static final String PYTHON =
      """
      import sys
      import openai

      client = openai.OpenAI(base_url=sys.argv[1], api_key="a-key", max_retries=0)
      ask = [{"role": "user", "content": "hello"}]
      whole = client.chat.completions.create(model="scripted", messages=ask, max_tokens=9)
      choice = whole.choices[0]
      print("whole:", choice.message.content, choice.finish_reason, whole.usage.total_tokens)
      text, reason, total = "", "", 0
      for chunk in client.chat.completions.create(
          model="scripted", messages=ask, stream=True, stream_options={"include_usage": True}
      ):
          for choice in chunk.choices:
              text += choice.delta.content or ""
              reason = choice.finish_reason or reason
          total = chunk.usage.total_tokens if chunk.usage else total
      print("stream:", text, reason, total)
      try:
          client.chat.completions.create(model="other", messages=ask)
      except openai.NotFoundError as e:
          print("refused:", e.status_code, e.code)
      print("models:", *[model.id for model in client.models.list()])
      """;
  private static final String JAVASCRIPT =
      """
      import OpenAI from "openai";

      const client = new OpenAI({ baseURL: process.argv[2], apiKey: "a-key", maxRetries: 0 });
      const messages = [{ role: "user", content: "hello" }];
      const whole = await client.chat.completions.create({ model: "scripted", messages });
      const first = whole.choices[0];
      console.log("whole:", first.message.content, first.finish_reason, whole.usage.total_tokens);
      let [text, reason, total] = ["", "", 0];
      const stream = await client.chat.completions.create({
        model: "scripted", messages, stream: true, stream_options: { include_usage: true },
      });
      for await (const chunk of stream) {
        for (const choice of chunk.choices) {
          text += choice.delta.content ?? "";
          reason = choice.finish_reason ?? reason;
        }
        total = chunk.usage?.total_tokens ?? total;
      }
      console.log("stream:", text, reason, total);
      try {
        await client.chat.completions.create({ model: "other", messages });
      } catch (e) {
        console.log("refused:", e.status, e.code);
      }
      const names = [];
      for await (const model of client.models.list()) names.push(model.id);
      console.log("models:", ...names);
      """;

  @TempDir Path folder;

  @Test
  void theClientForPython() throws Exception {
    fetch("python3", "-m", "venv", "venv");
    fetch("venv/bin/pip", "install", "--quiet", "openai");
    Path script = Files.writeString(folder.resolve("ask.py"), PYTHON);

    assertThat(asked("venv/bin/python", script.toString())).isEqualTo(SAID + REFUSED);
  }

  @Test
  void theClientForJavaScript() throws Exception {
    fetch("npm", "install", "--silent", "--no-audit", "--no-fund", "openai");
    Path script = Files.writeString(folder.resolve("ask.mjs"), JAVASCRIPT);

    assertThat(asked("node", script.toString())).isEqualTo(SAID + REFUSED);
  }

  private String asked(String program, String script) throws Exception {
    ScriptedModel model =
        new ScriptedModel("Hello there.").then("Hello again.", FinishReason.LENGTH);
    ServerSettings settings =
        new ServerSettings("127.0.0.1", 0, "a-key", 1, 1, ServerSettings.USUAL_BODY_BYTES);
    try (CompletionServer server =
        new CompletionServer(new ServedModel(model, ""), settings, Progress.silent())) {
      Ended ended = run(program, script, server.address());
      assertThat(ended.exit()).as(ended.text()).isZero();
      return ended.text();
    }
  }

  private void fetch(String... command) throws Exception {
    try {
      Ended ended = run(command);
      if (ended.exit() != 0) {
        abort("the client could not be fetched: " + ended.text());
      }
    } catch (IOException e) {
      abort("the client could not be fetched: " + e.getMessage());
    }
  }

  private record Ended(int exit, String text) {}

  private Ended run(String... command) throws IOException, InterruptedException {
    Path program = folder.resolve(command[0]);
    List<String> words = new ArrayList<>(List.of(command));
    if (Files.exists(program)) {
      words.set(0, program.toString());
    }
    Process process =
        new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), text);
  }
}
