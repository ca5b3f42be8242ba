import "@fontsource-variable/source-serif-4/index.css"
import "@fontsource-variable/source-serif-4/wght-italic.css"
import "katex/dist/katex.min.css"
import DefaultTheme from "vitepress/theme"
import "./block.css"
import "./page.css"
import "./clause.css"
import "./start.css"

export default DefaultTheme
