import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { TmplConvertedExpr } from 'glass-easel-template-compiler'
import ts from 'typescript'
import type { MpComponent, Project } from './project/load-project.js'
import { isPackagePath } from './project/paths.js'
import type { Problem } from './project/problem.js'

const { TmplGroup } = createRequire(import.meta.url)(
  'glass-easel-template-compiler',
) as typeof import('glass-easel-template-compiler')

/** Stand in for Page() and Component(): they return what the template sees. */
const HELPERS = `
declare function __page<D extends WechatMiniprogram.Page.DataOption, C extends WechatMiniprogram.Page.CustomOption>(
  o: WechatMiniprogram.Page.Options<D, C>): { data: D, methods: C };
declare function __component<D extends WechatMiniprogram.Component.DataOption, P extends WechatMiniprogram.Component.PropertyOption,
  M extends WechatMiniprogram.Component.MethodOption, B extends WechatMiniprogram.Component.BehaviorOption,
  I extends WechatMiniprogram.IAnyObject = {}, G extends boolean = false>(o: WechatMiniprogram.Component.Options<D, P, M, B, I, G>): {
    data: WechatMiniprogram.Component.Instance<D, P, M, B, I, G>['data'], methods: WechatMiniprogram.Component.Instance<D, P, M, B, I, G> };
declare const tags: any;
const { data, methods } = __definition;
export {};
`

interface Checked {
  text: string
  /** lines before the template's part */
  offset: number
  converted: TmplConvertedExpr
  wxml: string
}

/**
 * Checks {{ }} expressions and handler names of own templates against the types of Page()'s or Component()'s data and methods:
 * the template compiler writes them as TypeScript, which is appended to the page's own script in memory.
 */
export function typecheckTemplates(project: Project): Problem[] {
  const files = new Map<string, Checked>()
  for (const component of project.components.values()) {
    const checked = isPackagePath(component.path) ? undefined : checkedFile(component)
    if (checked) files.set(path.resolve(`${component.base}.__wxml.ts`), checked)
  }
  const program = programOf(project.root, files)
  return [...files].flatMap(([name, file]) => problemsOf(program, name, file))
}

function checkedFile({ path: name, base, script }: MpComponent): Checked | undefined {
  if (!script?.endsWith('.ts')) return undefined
  const source = fs.readFileSync(script, 'utf8')
  const statement = definitionOf(ts.createSourceFile(script, source, ts.ScriptTarget.ES2022, true))
  if (!statement) return undefined

  const call = (statement as ts.ExpressionStatement).expression as ts.CallExpression
  const helper = call.expression.getText() === 'Page' ? '__page' : '__component'
  const definition = `${source.slice(0, statement.getStart())}const __definition = ${helper}${source.slice(call.expression.end, call.end)}`
  const head = `${definition}${source.slice(statement.end)}\n;${HELPERS}`
  const group = new TmplGroup()
  group.addTmpl(name, fs.readFileSync(`${base}.wxml`, 'utf8'))
  const converted = group.getTmplConvertedExpr(name, '')
  return { text: head + (converted.code() ?? ''), offset: head.split('\n').length - 1, converted, wxml: `${name}.wxml` }
}

/** The top-level `Page({…})` or `Component({…})`. */
function definitionOf(file: ts.SourceFile) {
  return file.statements.find(
    (statement) =>
      ts.isExpressionStatement(statement) &&
      ts.isCallExpression(statement.expression) &&
      /^(Page|Component)$/.test(statement.expression.expression.getText()),
  )
}

const parsed = new Map<string, ts.SourceFile | undefined>()

/** Of packages: they do not change while this process lives, and are most of what a check reads. */
function parsedOnce(
  name: string,
  version: Parameters<ts.CompilerHost['getSourceFile']>[1],
  host: Pick<ts.CompilerHost, 'getSourceFile'>,
): ts.SourceFile | undefined {
  const key = `${JSON.stringify(version)} ${name}`
  if (!parsed.has(key)) parsed.set(key, host.getSourceFile(name, version))
  return parsed.get(key)
}

function programOf(root: string, files: Map<string, Checked>) {
  const tsconfig = path.join(root, 'tsconfig.json')
  const { config } = ts.readConfigFile(tsconfig, ts.sys.readFile.bind(ts.sys)) as { config: unknown }
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  const host = ts.createCompilerHost({ ...options, noEmit: true })
  const real = {
    readFile: host.readFile.bind(host),
    fileExists: host.fileExists.bind(host),
    getSourceFile: host.getSourceFile.bind(host),
  }
  host.readFile = (name) => files.get(path.resolve(name))?.text ?? real.readFile(name)
  host.fileExists = (name) => files.has(path.resolve(name)) || real.fileExists(name)
  host.getSourceFile = (name, version) => {
    const file = files.get(path.resolve(name))
    if (file) return ts.createSourceFile(name, file.text, version, true)
    return name.includes('/node_modules/') ? parsedOnce(name, version, real) : real.getSourceFile(name, version)
  }
  const declarations = fileNames.filter((name) => name.endsWith('.d.ts'))
  return ts.createProgram([...files.keys(), ...declarations], { ...options, noEmit: true }, host)
}

function problemsOf(program: ts.Program, name: string, { offset, converted, wxml }: Checked): Problem[] {
  const source = program.getSourceFile(name)
  return program.getSemanticDiagnostics(source).flatMap(({ start = 0, length = 0, messageText }) => {
    const from = source?.getLineAndCharacterOfPosition(start) ?? { line: 0, character: 0 }
    const to = source?.getLineAndCharacterOfPosition(start + length) ?? from
    if (from.line < offset) return [] // the script itself is tsc's business
    const location = converted.getSourceLocation(from.line - offset, from.character, to.line - offset, to.character)
    const [startLine = 0, startColumn = 0] = location ?? []
    return [
      { path: wxml, message: ts.flattenDiagnosticMessageText(messageText, ' '), isError: true, startLine, startColumn },
    ]
  })
}
