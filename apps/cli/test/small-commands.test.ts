import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { emptyHome, runStele } from "./run-stele.ts";

const night = ["en", "ko", "zh"].map((tag) =>
  fileURLToPath(new URL(`../../../samples/night-train/night-train.${tag}.txt`, import.meta.url)),
);

describe("stele config", () => {
  it("keeps, shows and takes back a setting", async () => {
    const home = emptyHome();
    expect((await runStele(["config", "set", "maxChars", "250000"], { home })).exitCode).toBe(0);
    expect((await runStele(["config", "get", "maxChars"], { home })).stdout).toBe("250000\n");
    expect(JSON.parse((await runStele(["config", "get", "--json"], { home })).stdout)).toEqual({ maxChars: 250_000 });
    await runStele(["config", "unset", "maxChars"], { home });
    expect((await runStele(["config", "get"], { home })).stderr).toContain("Nothing is set");
  });

  it.each([
    ["an unknown setting", ["config", "set", "colour", "red"]],
    ["a value that does not fit", ["config", "set", "maxChars", "many"]],
    ["a value outside the list", ["config", "set", "context", "everything"]],
    ["an engine there is none of", ["config", "set", "engine", "oracle"]],
    ["a number without end", ["config", "set", "maxChars", "Infinity"]],
    ["a number below the least", ["config", "set", "concurrency", "0"]],
    ["an address that is none", ["config", "set", "deepl.serverUrl", "my server"]],
  ])("refuses %s and keeps nothing", async (_, argv) => {
    const home = emptyHome();
    const { exitCode, stderr } = await runStele([...argv], { home });
    expect([exitCode, stderr.startsWith("Error: ")]).toEqual([7, true]);
    expect((await runStele(["config", "get", "--json"], { home })).stdout).toBe("{}\n");
  });

  it.each([
    ["ko", ["config", "get", "colour"], "그런 설정이 없습니다: colour", "engine, to, uiLanguage"],
    ["zh", ["config", "get", "colour"], "没有这个设置：colour", "engine, to, uiLanguage"],
    ["ko", ["config", "set", "context", "all"], "이 설정에 맞지 않는 값입니다: context", "none, batch, block"],
    ["zh", ["config", "set", "concurrency", "0"], "这个设置的值不合适：concurrency", "必须是不小于此数的数字：1"],
    ["ko", ["config", "set", "localOnly", "maybe"], "이 설정에 맞지 않는 값입니다: localOnly", "true, false"],
  ] as const)("says in %s what is wrong with %j and what there is", async (...[language, argv, message, hint]) => {
    const { stderr } = await runStele([...argv, "--ui-lang", language]);
    const [first, second] = stderr.split("\n");
    expect([first, second]).toEqual([expect.stringContaining(message), expect.stringContaining(hint)]);
  });
});

describe("stele auth", () => {
  it("keeps a key for the user alone and shows it nowhere", async () => {
    const home = emptyHome();
    const kept = await runStele(["auth", "set-key", "deepl", "--from-stdin"], { home, stdin: "secret-1234:fx\n" });
    const file = join(home, ".config/stele/config.json");
    expect([kept.exitCode, statSync(file).mode & 0o777]).toEqual([0, 0o600]);
    expect(readFileSync(file, "utf8")).toContain("secret-1234");
    const outputs = await Promise.all(
      [["config", "get", "--json"], ["engines"], ["engines", "--json"], ["doctor", "--json"], ["commands"]].map(
        (argv) => runStele(argv, { home }),
      ),
    );
    for (const { stdout, stderr } of [kept, ...outputs]) expect(stdout + stderr).not.toContain("secret-1234");
    expect((await runStele(["auth", "remove-key", "deepl"], { home })).exitCode).toBe(0);
    expect(readFileSync(file, "utf8")).not.toContain("secret-1234");
    const again = await runStele(["auth", "remove-key", "deepl"], { home });
    expect([again.exitCode, again.stderr.includes("there is none to forget")]).toEqual([6, true]);
  });

  it.each([
    ["no key", ["auth", "set-key", "deepl", "--from-stdin"], 6],
    ["no way to ask", ["auth", "set-key", "deepl"], 6],
    ["an unknown engine", ["auth", "set-key", "oracle", "--from-stdin"], 7],
  ] as const)("refuses %s", async (_, argv, code) => {
    const { exitCode, stderr } = await runStele([...argv], { stdin: "\n" });
    expect([exitCode, /^Error: .+\nHint: .+\n$/.test(stderr)]).toEqual([code, true]);
  });
});

describe("a misuse in the reader's language", () => {
  it.each([
    ["ko", ["auth", "set-key", "deepl"], "키를 물어볼 터미널이 없습니다: deepl"],
    ["zh", ["auth", "set-key", "deepl", "--from-stdin"], "输入的不是密钥：deepl"],
    ["ko", ["auth", "set-key"], "명령 뒤에 적어야 할 것이 빠졌습니다: engine"],
    ["zh", ["usage", "--colour"], "没有这个选项：--colour"],
    ["ko", ["colour"], "그런 명령이 없습니다: colour"],
    ["zh", ["export", "x"], "需要这个选项：--format <format>"],
    ["ko", ["serve", "--port"], "이 옵션에는 값이 필요합니다: --port <number>"],
    ["zh", ["runs", "now"], "命令后面的内容太多：runs"],
    ["ko", ["tm", "export", "--tm", "clinet"], "그런 번역 메모리가 없습니다: clinet"],
    ["zh", ["tm", "search", "x", "--from", "en", "--to", "ko", "--tm", "clinet"], "没有这个翻译记忆库：clinet"],
    ["zh", ["tm", "remove", "library"], "书架自己的记忆库由书架上的文本构成"],
    ["ko", ["completion", "tcsh"], "쓸 수 없는 값입니다: tcsh"],
  ] as const)("says in %s of %j what is wrong", async (language, argv, message) => {
    const { exitCode, stderr } = await runStele([...argv, "--ui-lang", language], { stdin: "\n" });
    expect([exitCode, stderr.split("\n")[0]]).toEqual([6, expect.stringContaining(message)]);
  });

  it("names the values that there are, and nothing of the parser's own sentence", async () => {
    const { stderr } = await runStele(["segment", "-", "--format", "x", "--ui-lang", "ko"], { stdin: "\n" });
    expect(stderr).toContain("쓸 수 있는 값: text, json");
    const argv = ["align", "a.txt", "b.txt", "--min-score", "2"];
    expect((await runStele(argv)).stderr).toContain("argument '2' is invalid. Allowed are 0–1.");
    expect((await runStele([...argv, "--ui-lang", "ko"])).stderr).toContain("쓸 수 있는 값: 0–1");
  });

  it.each([
    ["ko", "오류: 서비스에 연결할 수 없습니다: DeepL"],
    ["zh", "错误：无法连接服务：DeepL"],
  ] as const)("names in %s the service that cannot be asked for its quota", async (language, message) => {
    const variables = { DEEPL_API_KEY: "key-1", DEEPL_SERVER_URL: "http://127.0.0.1:9", STELE_ENGINE: "deepl" };
    const { exitCode, stderr } = await runStele(["translate", "-", "--to", "ko", "--ui-lang", language], {
      variables,
      stdin: "It rained.",
    });
    expect([exitCode, stderr]).toEqual([5, expect.stringContaining(message)]);
  });

  it("tells which values there are", async () => {
    const { stderr } = await runStele(["completion", "tcsh", "--ui-lang", "zh"]);
    expect(stderr.split("\n")[1]).toContain("bash, zsh, fish");
  });
});

describe("stele engines", () => {
  it("says where text is sent and what is refused", async () => {
    const home = emptyHome();
    const { stdout } = await runStele(["engines"], { home });
    expect(stdout).toContain("deepl");
    await runStele(["config", "set", "localOnly", "true"], { home });
    const { engines } = JSON.parse((await runStele(["engines", "--json"], { home })).stdout);
    const allowed = engines.filter(({ isAllowed }: { isAllowed: boolean }) => isAllowed);
    for (const { sendsTextTo } of allowed) expect([null, "127.0.0.1:11434"]).toContain(sendsTextTo);
    expect(allowed.map(({ name }: { name: string }) => name)).not.toContain("deepl");
    const refused = await runStele(["usage", "--engine", "deepl"], { home });
    expect(refused.exitCode).toBe(7);
  });

  it.each([
    ["en", "Local models", "No model is installed", "inline marks"],
    ["ko", "로컬 모델", "설치된 모델이 없습니다", "글 속의 서식 표시"],
    ["zh", "本地模型", "没有安装模型", "文中的格式标记"],
  ])("says in %s what each is, whether it is ready and what it heeds", async (language, ...said) => {
    const { stdout } = await runStele(["engines", "--ui-lang", language]);
    for (const words of said) expect(stdout).toContain(words);
    expect((await runStele(["doctor", "--ui-lang", language])).stdout).toContain(said[1]);
  });

  it("asks for a key before it asks the service", async () => {
    expect((await runStele(["usage"])).exitCode).toBe(2);
  });
});

describe("stele cache", () => {
  it("counts and empties what can be fetched again, and nothing else", async () => {
    const home = emptyHome();
    await runStele(["read", ...night], { home });
    mkdirSync(join(home, ".cache/stele/models"), { recursive: true });
    writeFileSync(join(home, ".cache/stele/models/one.bin"), Buffer.alloc(1000));
    const stats = async (): Promise<unknown> =>
      JSON.parse((await runStele(["cache", "stats", "--json"], { home })).stdout);
    expect(await stats()).toMatchObject({ files: 1, bytes: 1000 });
    expect((await runStele(["cache", "clear"], { home })).exitCode).toBe(0);
    expect(await stats()).toMatchObject({ files: 0, bytes: 0 });
    expect((await runStele(["library", "show", "1"], { home })).exitCode).toBe(0);
  });
});

describe("stele doctor", () => {
  it("finds a sound house sound, and says what is wrong with one that is not", async () => {
    const home = emptyHome();
    const sound = await runStele(["doctor"], { home });
    expect([sound.exitCode, sound.stdout.includes("BAD")]).toEqual([0, false]);
    mkdirSync(join(home, ".config/stele"), { recursive: true });
    writeFileSync(join(home, ".config/stele/config.json"), "[]");
    const broken = await runStele(["doctor", "--json"], { home });
    expect(broken.exitCode).toBe(8);
    const { findings } = JSON.parse(broken.stdout);
    expect(findings.find(({ name }: { name: string }) => name === "config").isGood).toBe(false);
  });
});

describe("stele export", () => {
  it("writes a text for other programs", async () => {
    const home = emptyHome();
    await runStele(["read", ...night], { home });
    const { exitCode } = await runStele(["export", "1", "--format", "tsv", "-o", "out.tsv"], { home });
    expect([exitCode, readFileSync(join(home, "out.tsv"), "utf8").includes("862")]).toEqual([0, true]);
    const page = await runStele(["export", "1", "--format", "html", "--ui-lang", "ko"], { home });
    expect(page.stdout).toContain("번역 가리기");
    const pairs = await runStele(["export", "1", "--format", "tmx", "--per-pair", "-o", "out.tmx"], { home });
    expect([pairs.exitCode, readdirSync(home).filter((name) => name.endsWith(".tmx")).length]).toEqual([0, 3]);
    expect((await runStele(["export", "1", "--format", "tmx", "--per-pair"], { home })).exitCode).toBe(6);
    expect((await runStele(["export", "1", "--format", "runes"], { home })).exitCode).toBe(6);
    expect((await runStele(["export", "7", "--format", "tsv"], { home })).exitCode).toBe(6);
  });
});

describe("stele runs", () => {
  it("says that nothing was translated yet", async () => {
    expect((await runStele(["runs"])).stderr).toContain("Nothing");
    expect(JSON.parse((await runStele(["runs", "--json"])).stdout)).toEqual({ runs: [] });
  });
});

describe("what describes the command line", () => {
  it.each(["bash", "zsh", "fish"])("is there for %s, with every command and its options", async (shell) => {
    const { exitCode, stdout } = await runStele(["completion", shell]);
    expect(exitCode).toBe(0);
    for (const word of ["segment", "align", "library", "backup", "quotations"]) expect(stdout).toContain(word);
    expect(stdout).not.toContain("every command as JSON");
  });

  it.each([
    [["st"], ["stele"], []],
    [["stele", "li"], ["library"], ["list"]],
    [["stele", "library", "re"], ["remove", "restore"], ["read"]],
    [["stele", "translate", "--max"], ["--max-chars", "--max-cost"], ["--min-count"]],
    [["stele", "terms", "--"], ["--check", "--min-count", "--strict"], ["--port"]],
  ])("completes %j in bash", async (words, offered, others) => {
    const { stdout } = await runStele(["completion", "bash"]);
    const ask = `COMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=${words.length - 1}; _stele; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const given = execFileSync("bash", ["-c", `${stdout}\n${words.length > 1 ? ask : "complete -p stele"}`], {
      encoding: "utf8",
    });
    for (const word of offered) expect(given).toContain(word);
    for (const word of others) expect(given.split("\n")).not.toContain(word);
  });

  it("is there for programs as JSON", async () => {
    const tree = JSON.parse((await runStele(["commands"])).stdout);
    const align = tree.commands.find(({ name }: { name: string }) => name === "align");
    expect(align.arguments.map(({ name }: { name: string }) => name)).toEqual(["source", "target"]);
    expect(align.options.find(({ flags }: { flags: string }) => flags.includes("--format")).choices).toContain("tsv");
    expect((await runStele(["--help"])).stdout).not.toContain("commands as JSON");
  });
});
