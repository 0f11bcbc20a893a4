"""Why a spreadsheet cannot be read."""

from backend.kit.errors import Invalid


class SheetNotReadable(Invalid):
    """Neither an .xlsx package nor a text of separated values: an old .xls, one under a password, a picture, a page."""

    user_message = (
        "这个文件不是能读的表格：旧版 .xls 或加了密码的，请用 Excel 或 WPS 打开，另存为不加密码的 .xlsx 再上传"
    )


class SheetDamaged(Invalid):
    """Cut off, or not what a spreadsheet program writes."""

    user_message = "这个表格文件不完整或已损坏，请在电脑上打开看看，重新另存一份再上传"


class SheetTooLarge(Invalid):
    """More bytes, cells or parts than a county's register needs; also what a bomb unfolds to."""

    user_message = "这个文件太大：请把有内容的部分复制到一张新表（不要连空白行列一起选），或按乡镇分成几个文件"


class SheetTooLong(Invalid):
    """More rows than one import takes."""

    user_message = "一次最多导入 60000 行，请按乡镇分成几个文件"


class SheetEmpty(Invalid):
    """No row under the header."""

    user_message = "表里没有一行老人的资料"


class SheetHeaderMissing(Invalid):
    """No row of known column titles among the first ones."""

    user_message = "没有找到表头：请在前 20 行里留一行列名，至少要有“村”“姓名”“身份证号”这样的列"


class SheetColumnTwice(Invalid):
    """Two columns say the same thing; `field` is the title."""

    user_message = "有两列是同一个意思，不知道该信哪一列，请删去或改名其中一列"


class SheetsMoreThanOne(Invalid):
    """Several visible sheets hold a register."""

    user_message = "文件里有几张都像老人名册的表，请每张另存为一个文件，或合成一张"


class SheetEncodingUnknown(Invalid):
    """Text that is neither UTF-8, UTF-16 with its mark, nor GB18030."""

    user_message = "这个 csv 的文字编码认不出来，请用 Excel 或 WPS 打开，另存为 .xlsx 再上传"
